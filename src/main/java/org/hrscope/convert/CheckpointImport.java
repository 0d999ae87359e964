package org.hrscope.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.hrscope.checkpoint.Checkpoint;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.SkeletonText;
import org.hrscope.file.Sha256;
import org.hrscope.file.WholeFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.onnx.OnnxFileWriter;
import org.hrscope.threads.GuardedThread;

/// PyTorch checkpoint -> ONNX file. Streams the values from the mapped checkpoint through batch-norm folding into
/// the file, so neither is held in memory. Slow for a large network; interrupting the thread aborts with a problem
/// caused by `ClosedByInterruptException` and leaves no file behind.
public final class CheckpointImport {
    /// ImageNet's, used to train every published HRNet.
    private static final String MEAN = "0.485,0.456,0.406";

    private static final String STD = "0.229,0.224,0.225";
    private static final String SCALE = String.valueOf(1 / 255.0);

    /// @throws Problem one of `checkpoint.*`, `hrnet.*`, `import.*`
    public ImportedModel run(Path checkpoint, Path onnx, ImportOptions options) throws Problem {
        FutureTask<String> hash = new FutureTask<>(() -> Sha256.of(checkpoint));
        // In parallel: hashing takes longer than everything else.
        GuardedThread.start("sha-256", hash::run);
        try (Checkpoint open = Checkpoint.open(checkpoint)) {
            String name = String.valueOf(checkpoint.getFileName());
            ImportedModel made = plan(checkpoint, name, open, onnx, options);
            OnnxFileWriter file = new OnnxFileWriter("hrnet", options.freeBatch());
            new HrNetRecipe(file, open.tensors()).write(made.net());
            describe(made, name).forEach((key, value) -> file.metadata(key, () -> value));
            file.metadata("source_sha256", () -> join(hash));
            WholeFile.write(onnx, file::write);
            return made;
        } catch (NotANumber e) {
            throw new Problem(e, "import.not-finite", checkpoint, e.getMessage());
        } catch (InternalError e) {
            // The mapped file was truncated or its disk went away.
            throw new Problem(e, "checkpoint.unreadable", checkpoint, e);
        } catch (IOException | UncheckedIOException e) {
            throw new Problem(e, "import.not-written", checkpoint, onnx, e.getMessage());
        } finally {
            hash.cancel(true);
        }
    }

    private static ImportedModel plan(
            Path checkpoint, String name, Checkpoint open, Path onnx, ImportOptions options)
            throws Problem {
        HrNetSpec spec = HrNetReader.read(checkpoint, open.shapes());
        InputSize size = options.sizeFor(name, spec);
        if (!size.fits()) throw new Problem("import.size", size, HrNet.SIZE_STEP);
        Skeleton skeleton = options.skeletonFor(name, spec);
        if (skeleton.size() != spec.joints()) {
            throw new Problem(
                    "import.joints", checkpoint, spec.joints(), skeleton.id(), skeleton.size());
        }
        HrNet net = HrNet.of(spec, size.height(), size.width());
        return new ImportedModel(onnx, net, skeleton, options.decoderFor(name), open.place());
    }

    private static String join(FutureTask<String> hash) {
        try {
            return hash.get();
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (InterruptedException e) {
            // Like every interruptible channel.
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new ClosedByInterruptException());
        }
    }

    /// `metadata_props`: everything a program must know to use the model, except the hash.
    private static Map<String, String> describe(ImportedModel made, String source) {
        Map<String, String> metadata = SkeletonText.write(made.skeleton());
        metadata.put("width", String.valueOf(made.net().inputWidth()));
        metadata.put("height", String.valueOf(made.net().inputHeight()));
        metadata.put("mean", MEAN);
        metadata.put("std", STD);
        metadata.put("scale", SCALE);
        metadata.put("channel_order", "RGB");
        metadata.put("decoder", made.decoder().id());
        metadata.put("architecture", made.net().spec().name());
        metadata.put("source", source);
        if (!made.place().isEmpty()) metadata.put("source_place", made.place());
        return metadata;
    }
}
