package org.hrscope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Globals that would do harm in Python, files of other types, and files that claim more than they hold.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileCheckpointsTest {
    @TempDir Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.pth"), bytes);
    }

    private Path pickle(PickleWriter pickle, int storageBytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("archive/data.pkl", pickle.end());
        parts.put("archive/data/0", new byte[storageBytes]);
        return TorchFile.zip(folder.resolve("x.pth"), parts);
    }

    /// {"x": tensor, "y": the result of the global}
    private Path beside(String module, String name, boolean called) throws IOException {
        PickleWriter pickle = new PickleWriter().raw('}', '(').text("x");
        pickle.tensor("FloatStorage", "0", 1, 0, List.of(1L), List.of(1L));
        pickle.text("y").global(module, name);
        if (called) pickle.text("echo").raw(0x85, 'R');
        return pickle(pickle.raw('u'), 4);
    }

    /// Referenced without being called.
    @ParameterizedTest
    @CsvSource({
        "os,system",
        "posix,system",
        "nt,startfile",
        "subprocess,Popen",
        "builtins,eval",
        "builtins,exec",
        "builtins,getattr",
        "builtins,__import__",
        "builtins,open",
        "__builtin__,eval",
        "sys,exit",
        "runpy,run_path",
        "shutil,rmtree",
        "socket,socket",
        "webbrowser,open",
        "importlib,import_module",
        "ctypes,CDLL",
        "pty,spawn",
        "commands,getoutput",
        "operator,methodcaller",
        "_operator,attrgetter",
        "_posixsubprocess,fork_exec",
        "pickle,loads",
        "torch,os.system",
        "numpy.core,sys.modules",
        "torch.hub,load",
        "types,FunctionType",
        "my.module,eval",
        "multiprocessing.util,os",
        "__builtins__,eval"
    })
    void whatDoesHarmIsRefusedByName(String module, String name) throws IOException {
        Path file = beside(module, name, false);
        assertThatThrownBy(() -> Checkpoint.open(file).close())
                .isInstanceOf(Problem.class)
                .hasMessage(
                        file
                                + " refers to "
                                + module
                                + "."
                                + name
                                + ", which weights never need; none of it was run. Only trust checkpoints from"
                                + " their publishers.");
    }

    @ParameterizedTest
    @CsvSource({
        "torch,load",
        "torch.storage,_load_from_bytes",
        "numpy,load",
        "my.train,build_model",
        "code,interact",
        "timeit,timeit",
        "torch.nn.functional,relu",
        "itertools,count"
    })
    void aFunctionThatIsCalledIsRefused(String module, String name) throws IOException {
        Path file = beside(module, name, true);
        assertThatThrownBy(() -> Checkpoint.open(file).close())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("refers to " + module + "." + name + ",");
    }

    /// partial(f)(x) and the like.
    @Test
    void whatWasBuiltIsNotCalled() throws IOException {
        PickleWriter pickle = new PickleWriter().global("functools", "partial");
        pickle.global("my", "f").raw(0x85, 'R').text("x").raw(0x85, 'R');
        Path file = pickle(pickle, 4);
        assertThatThrownBy(() -> Checkpoint.open(file).close())
                .hasMessageContaining("refers to functools.partial,");
    }

    @ParameterizedTest
    @CsvSource({
        "argparse,Namespace",
        "my.train,Config",
        "pathlib,WindowsPath",
        "mmengine.config.config,ConfigDict",
        "collections,Counter",
        "torch.torch_version,TorchVersion",
        "torch._utils,_rebuild_qtensor",
        "numpy.random._pickle,__generator_ctor",
        "builtins,complex"
    })
    void anObjectIsData(String module, String name) throws IOException, Problem {
        try (Checkpoint open = Checkpoint.open(beside(module, name, true))) {
            assertThat(open.shapes()).isEqualTo(Map.of("x", Shape.of(1)));
        }
    }

    static final Map<String, String> OTHERS =
            Map.of(
                    "\u001f\u008b\u0008 gzip", "is a gzip archive",
                    "BZh91AY", "is a bzip2 archive",
                    "7z\u00bc\u00af\u0027\u001c", "is a 7z archive",
                    "\u0040\0\0\0\0\0\0\0{\"conv1.weight\":{}}", "is a safetensors file",
                    "  <!DOCTYPE html><html>", "is a web page",
                    "version https://git-lfs.github.com/spec/v1\n", "a Git LFS pointer");

    @Test
    void otherFilesAreToldByTheirBeginning() {
        OTHERS.forEach((content, says) ->
                assertThatThrownBy(() ->
                                Checkpoint.open(file(content.getBytes(StandardCharsets.ISO_8859_1)))
                                        .close())
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining(says));
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(), 0, tar, 257, 5);
        assertThatThrownBy(() -> Checkpoint.open(file(tar)).close())
                .hasMessageContaining("is a tar archive");
    }

    @Test
    void otherZipsAreToldByWhatTheyHold() throws IOException {
        Path packed = TorchFile.zip(folder.resolve("a"), Map.of("net/best.pth", new byte[3]));
        assertThatThrownBy(() -> Checkpoint.open(packed).close())
                .hasMessageContaining("is a zip archive");
        Path program =
                TorchFile.zip(
                        folder.resolve("b"),
                        Map.of("net/data.pkl", new byte[3], "net/constants.pkl", new byte[3]));
        assertThatThrownBy(() -> Checkpoint.open(program).close())
                .hasMessageContaining("is a TorchScript archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"module.", "model.", "net.", "a.", ".", "stage2.", "head."})
    void aNameOfThousandsOfParts(String part) throws IOException {
        String name = part.repeat(50_000) + "conv1.weight";
        TorchFile net = new TorchFile().add(name, Shape.of(2), 1, 2);
        Path file = net.writeZip(folder.resolve("x.pth"));
        assertThatThrownBy(
                        () -> {
                            try (Checkpoint open = Checkpoint.open(file)) {
                                HrNetReader.read(file, open.shapes());
                            }
                        })
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.getMessage().length()).isLessThan(1000));
    }

    /// A network of any size from one value: stride 0 on every axis.
    @Test
    void stridesOfZeroMakeNoNetwork() throws IOException {
        HrNetSpec.Stage one = new HrNetSpec.Stage(1, 1);
        HrNetSpec wide = new HrNetSpec(HrNetSpec.Version.V1, 512, 17, 1, 1, List.of(one, one, one));
        PickleWriter pickle = new PickleWriter().raw('}', '(');
        HrNet.of(wide, 64, 64)
                .stateDict()
                .forEach((name, shape) -> {
                    List<Long> sizes = shape.sizes().stream().map(Long::valueOf).toList();
                    List<Long> strides = sizes.stream().map(_ -> 0L).toList();
                    pickle.text(name).tensor("FloatStorage", "0", 1, 0, sizes, strides);
                });
        Path file = pickle(pickle.raw('u'), 4);
        assertThatThrownBy(() -> Checkpoint.open(file).close())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("declares far more than any HRNet needs");
    }

    /// Many entries over the same bytes would be checksummed over and over.
    @Test
    void partsThatOverlapAreRefused() throws IOException {
        byte[] data = new byte[4 << 20];
        PickleWriter pickle = new PickleWriter().raw('}', '(');
        ZipWriter zip = new ZipWriter(folder.resolve("x.pth"));
        for (int i = 0; i < 2000; i++) {
            pickle.text("t" + i).tensor("FloatStorage", "" + i, 1, 0, List.of(1L), List.of(1L));
        }
        zip.part("a/data.pkl", pickle.raw('u').end());
        zip.part("a/data/0", data);
        for (int i = 1; i < 2000; i++) zip.again("a/data/" + i);
        zip.end(0);
        assertThatThrownBy(() -> Checkpoint.open(zip.file).close())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is damaged");
    }

    /// A training checkpoint with a 5 GB optimiser state: sparse here, and never read.
    @Test
    void whatIsNotNeededIsNotRead() throws IOException, Problem {
        ZipWriter zip = new ZipWriter(folder.resolve("x.pth"));
        PickleWriter pickle = new PickleWriter().raw('}').text("x");
        pickle.tensor("FloatStorage", "1", 1, 0, List.of(1L), List.of(1L)).raw('s');
        zip.part("a/data.pkl", pickle.end());
        zip.hole("a/data/0", 5L << 30);
        byte[] one = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(7).array();
        zip.part("a/data/1", one);
        zip.end(0);
        try (Checkpoint open = Checkpoint.open(zip.file)) {
            assertThat(open.tensors().get("x").toArray()).containsExactly(7);
        }
    }

    @Test
    void aCommentBehindTheZip() throws IOException, Problem {
        ZipWriter zip = new ZipWriter(folder.resolve("x.pth"));
        PickleWriter pickle = new PickleWriter().raw('}').text("x");
        pickle.tensor("FloatStorage", "1", 1, 0, List.of(1L), List.of(1L)).raw('s');
        zip.part("a/data.pkl", pickle.end());
        zip.part("a/data/1", new byte[4]);
        zip.end(300);
        Checkpoint.open(zip.file).close();
    }

    /// Writes zips that Java's own writer cannot: sparse, with entries sharing content, zip64 throughout.
    private static final class ZipWriter {
        private final Path file;
        private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
        private long position;
        private long last;
        private long lastSize;
        private long lastSum;
        private int count;

        ZipWriter(Path file) throws IOException {
            this.file = file;
            Files.createFile(file);
        }

        void part(String name, byte[] content) throws IOException {
            CRC32 sum = new CRC32();
            sum.update(content);
            header(name, content.length, sum.getValue());
            put(content);
        }

        void hole(String name, long size) throws IOException {
            header(name, size, 0);
            position += size;
        }

        void again(String name) {
            entry(name, last, lastSize, lastSum);
        }

        private void header(String name, long size, long sum) throws IOException {
            last = position;
            lastSize = size;
            lastSum = sum;
            entry(name, position, size, sum);
            put(
                    buffer(30 + name.length())
                            .putInt(0x04034b50)
                            .position(26)
                            .putShort((short) name.length())
                            .putShort((short) 0)
                            .put(name.getBytes())
                            .array());
        }

        private void entry(String name, long at, long size, long sum) {
            count++;
            directory.writeBytes(
                    buffer(46 + name.length() + 28)
                            .putInt(0x02014b50)
                            .position(16)
                            .putInt((int) sum)
                            .putInt(-1)
                            .putInt(-1)
                            .putShort((short) name.length())
                            .putShort((short) 28)
                            .position(42)
                            .putInt(-1)
                            .put(name.getBytes())
                            .putShort((short) 1)
                            .putShort((short) 24)
                            .putLong(size)
                            .putLong(size)
                            .putLong(at)
                            .array());
        }

        void end(int comment) throws IOException {
            long start = position;
            put(directory.toByteArray());
            long end64 = position;
            put(
                    buffer(56)
                            .putInt(0x06064b50)
                            .position(24)
                            .putLong(count)
                            .putLong(count)
                            .putLong(directory.size())
                            .putLong(start)
                            .array());
            put(buffer(20).putInt(0x07064b50).putInt(0).putLong(end64).putInt(1).array());
            put(
                    buffer(22 + comment)
                            .putInt(0x06054b50)
                            .position(8)
                            .putShort((short) -1)
                            .putShort((short) -1)
                            .putInt(-1)
                            .putInt(-1)
                            .putShort((short) comment)
                            .array());
        }

        private static ByteBuffer buffer(int size) {
            return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        }

        private void put(byte[] bytes) throws IOException {
            // Not appended: skipped ranges stay sparse and take no disk space.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(bytes), position);
            }
            position += bytes.length;
        }
    }
}
