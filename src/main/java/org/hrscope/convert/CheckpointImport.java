package org.hrscope.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hrscope.checkpoint.Checkpoint;
import org.hrscope.export.WholeFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.model.Problem;
import org.hrscope.model.SkeletonText;
import org.hrscope.onnx.OnnxFileWriter;

/// PyTorch checkpoint -> ONNX file. Holds neither in memory: values go from the mapped checkpoint through the folding
/// into the file. Takes long for a large network; interrupting the thread ends it with
/// `ClosedByInterruptException` as the problem's cause, and no file is left.
public final class CheckpointImport {
    /// ImageNet's, which every published HRNet was trained with.
    private static final String MEAN = "0.485,0.456,0.406";

    private static final String STD = "0.229,0.224,0.225";
    private static final String SCALE = String.valueOf(1 / 255.0);

    /// @throws Problem one of `checkpoint.*`, `hrnet.*`, `import.*`
    public ImportedModel run(Path checkpoint, Path onnx, ImportOptions options) throws Problem {
        try (Checkpoint open = Checkpoint.open(checkpoint)) {
            HrNetSpec spec = HrNetReader.read(checkpoint, open.shapes());
            String name = String.valueOf(checkpoint.getFileName());
            InputSize size = options.sizeFor(name, spec);
            if (!size.fits()) throw new Problem("import.size", size, HrNet.SIZE_STEP);
            var skeleton = options.skeletonFor(name, spec);
            if (skeleton.size() != spec.joints()) {
                throw new Problem(
                        "import.joints", checkpoint, spec.joints(), skeleton.id(), skeleton.size());
            }
            ImportedModel made =
                    new ImportedModel(
                            onnx,
                            HrNet.of(spec, size.height(), size.width()),
                            skeleton,
                            options.decoderFor(name),
                            Sha256.of(checkpoint));
            OnnxFileWriter file = new OnnxFileWriter("hrnet", options.freeBatch());
            new HrNetRecipe(file, open.tensors()).write(made.net());
            describe(made, name).forEach(file::metadata);
            WholeFile.write(onnx, file::write);
            return made;
        } catch (IOException e) {
            throw new Problem(e, "import.not-written", checkpoint, onnx, e);
        }
    }

    /// `metadata_props`: all that a program must know to use the model.
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
        metadata.put("source_sha256", made.sourceSha256());
        return metadata;
    }
}
