package org.hrscope.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hrscope.checkpoint.TorchFile;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A random W32, 114 MB, must import within a 512 MB heap; runs in a process of its own that reports the time
/// relative to copying the file twice.
class LargeImportTest {
    private static final int ROUNDS = 5;

    @TempDir Path folder;

    @Test
    void w32WithHalfAGigabyteOfHeap() throws IOException, InterruptedException, Problem {
        HrNet net = HrNet.of(HrNetSpec.published(Version.V1, 32, 17), 256, 192);
        Map<String, Shape> shapes = net.stateDict();
        Path checkpoint = TorchFile.random(shapes, 1).writeZip(folder.resolve("w32_256x192.pth"));
        Path onnx = folder.resolve("w32.onnx");
        Path log = folder.resolve("log.txt");
        Process import512 =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LargeImportTest.class.getName(),
                                checkpoint.toString(),
                                onnx.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(new File(log.toString()))
                        .start();
        assertThat(import512.waitFor(5, TimeUnit.MINUTES)).isTrue();
        System.out.print(Files.readString(log));
        assertThat(import512.exitValue()).isZero();
        OnnxGraph graph = OnnxReader.read(onnx);
        assertThat(graph.outputs()).hasToString("[heatmaps: float 1x17x64x48]");
        assertThat(graph.weights()).containsEntry("heatmaps.weight", Shape.of(17, 32, 1, 1));
    }

    public static void main(String[] arguments) throws Exception {
        Path checkpoint = Path.of(arguments[0]);
        Path onnx = Path.of(arguments[1]);
        double best = Double.MAX_VALUE;
        double first = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            for (String copy : new String[] {"copy1", "copy2"}) {
                Files.copy(checkpoint, checkpoint.resolveSibling(copy));
            }
            long copied = System.nanoTime();
            new CheckpointImport().run(checkpoint, onnx, ImportOptions.NONE);
            double ratio = (System.nanoTime() - copied) / (double) (copied - start);
            for (String copy : new String[] {"copy1", "copy2"}) {
                Files.delete(checkpoint.resolveSibling(copy));
            }
            if (i == 0) first = ratio;
            best = Math.min(best, ratio);
        }
        System.out.printf(
                "W32 import against copying the file twice: %.1f at first, %.1f at best of %d%n",
                first, best, ROUNDS);
    }
}
