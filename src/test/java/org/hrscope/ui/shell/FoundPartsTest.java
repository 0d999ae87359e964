package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrscope.bundle.Bundle;
import org.hrscope.bundle.BundleFile;
import org.hrscope.bundle.FileIdentity;
import org.hrscope.bundle.SharedNetwork;
import org.hrscope.bundle.SharedResults;
import org.hrscope.bundle.SharedSource;
import org.hrscope.bundle.SharedView;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.export.PngFile;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.PersonMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the parts of a shared view are looked for.
class FoundPartsTest {
    @TempDir Path folder;
    private Path image;
    private Path model;
    private FileIdentity imageIdentity;
    private FileIdentity modelIdentity;

    @BeforeEach
    void make() throws Exception {
        Path there = Files.createDirectories(folder.resolve("there"));
        image = there.resolve("a b.png");
        PngFile.write(image, 4, 3, ByteBuffer.allocateDirect(48));
        model = Files.writeString(there.resolve("own.onnx"), "weights");
        imageIdentity = FileIdentity.of(image);
        modelIdentity = FileIdentity.of(model);
    }

    private @Nullable SharedNetwork finder;

    /// The finder that was chosen is looked for as the network is; where it is missing, that is no reason to ask.
    @Test
    void theChosenFinder() throws Exception {
        finder = new SharedNetwork("own", model.toString(), modelIdentity, null);
        assertThat(found(null).finder()).isEqualTo(model);
        assertThat(found(null).lacksFinder()).isFalse();
        finder = new SharedNetwork("other", model.toString(), new FileIdentity(99, 1, "ef"), null);
        assertThat(found(null).finder()).isNull();
        assertThat(found(null).lacksFinder()).isTrue();
    }

    private FoundParts found(@Nullable String picture, FileIdentity identity, SharedNetwork network)
            throws Problem {
        Path file = folder.resolve("mail/view.hrscope");
        Bundle bundle =
                new Bundle(
                        1,
                        "en",
                        new SharedSource(image.toString(), "a b.png", identity, 5, 7, picture),
                        network,
                        new SharedResults(
                                PersonMode.EVERYONE,
                                null,
                                Decoder.QUARTER,
                                false,
                                Smoothing.OFF,
                                null,
                                List.of(),
                                List.of(),
                                finder),
                        new SharedView(
                                0, -1, -1, List.of(), null, false, 0, false, List.of(), 1, false,
                                false, true, null, null, null, null, null));
        byte[] bytes = {1, 2, 3};
        BundleFile.write(file, bundle, out -> out.write(bytes));
        return FoundParts.of(file, folder.resolve("models"), folder.resolve("shared"));
    }

    private FoundParts found(@Nullable String picture) throws Problem {
        return found(picture, imageIdentity, new SharedNetwork("bundled", null, null, null));
    }

    private FoundParts found() throws Problem {
        return found(
                null,
                imageIdentity,
                new SharedNetwork("own", "C:\\nets\\own.onnx", modelIdentity, null));
    }

    @Test
    void atItsOldPlace() throws Exception {
        FoundParts found = found(null);
        assertThat(found.source()).isEqualTo(new SourceSpec.Picture(image));
        assertThat(found.frame().frame()).isEqualTo(5);
        assertThat(found.network()).isTrue();
        assertThat(found.model()).isNull();
    }

    @Test
    void besideTheFileThatWasSent() throws Exception {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Files.move(image, mail.resolve("a b.png"));
        Files.move(model, mail.resolve("own.onnx"));
        FoundParts found = found();
        assertThat(found.source()).isEqualTo(new SourceSpec.Picture(mail.resolve("a b.png")));
        assertThat(found.model()).isEqualTo(mail.resolve("own.onnx"));
    }

    @Test
    void aNetworkAmongTheImportedOnes() throws Exception {
        Path models = Files.createDirectories(folder.resolve("models"));
        Files.move(model, models.resolve("own.onnx"));
        assertThat(found().model()).isEqualTo(models.resolve("own.onnx"));
    }

    /// Same name, other bytes.
    @Test
    void anotherFileOfThatNameIsNotTaken() throws Exception {
        Files.writeString(image, "something else");
        Files.writeString(
                Files.createDirectories(folder.resolve("models")).resolve("own.onnx"), "x");
        FoundParts found = found();
        assertThat(found.source()).isNull();
        assertThat(found.network()).isFalse();
    }

    @Test
    void theEnclosedImageStandsForAClipThatIsGone() throws Exception {
        Files.delete(image);
        FoundParts found = found("pictures/frame.png");
        assertThat(found.source().files()).first().asString().endsWith("a_b.png");
        assertThat(found.frame().frame()).isZero();
    }

    @Test
    void aCameraWithoutItsImageIsTold() {
        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () -> found(null, null, new SharedNetwork("bundled", null, null, null)));
        assertThat(problem.key()).isEqualTo("bundle.passed");
    }
}
