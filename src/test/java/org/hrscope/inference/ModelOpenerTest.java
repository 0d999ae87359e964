package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.Shared;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a model declares, and the sentence for each file that is not a model.
class ModelOpenerTest {
    @TempDir Path folder;

    private static Problem refusal(Path file) {
        return catchThrowableOfType(
                Problem.class, () -> new ModelOpener(ModelProfile.EMPTY).open(file).close());
    }

    @Test
    void theBundledModelSaysWhatItExpects() throws Problem {
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            ModelInfo info = model.info();
            assertThat(info.inputWidth()).isEqualTo(192);
            assertThat(info.inputHeight()).isEqualTo(256);
            assertThat(info.heatmapWidth()).isEqualTo(48);
            assertThat(info.mean()).containsExactly(0.485f, 0.456f, 0.406f);
            assertThat(info.rgb()).isTrue();
            assertThat(info.decoder()).isEqualTo(Decoder.QUARTER);
            assertThat(info.skeleton().joints())
                    .hasSize(17)
                    .startsWith("nose")
                    .endsWith("right_ankle");
        }
    }

    @Test
    void aMissingFile() {
        Problem problem = refusal(folder.resolve("none.onnx"));
        assertThat(problem.key()).isEqualTo("file.missing");
        assertThat(problem).hasMessageContaining("none.onnx");
    }

    @Test
    void aFileThatIsNoOnnx() throws IOException {
        Path file = Files.writeString(folder.resolve("text.onnx"), "not a network");
        assertThat(refusal(file).key()).isEqualTo("model.notOnnx");
        assertThat(refusal(file)).hasMessageContaining("text.onnx");
    }

    /// As torch.save writes it now, and did before version 1.6.
    @Test
    void aCheckpointThatWasNotConverted() throws IOException {
        Path zip = Files.writeString(folder.resolve("a.pth"), "PK\3\4 and more");
        assertThat(refusal(zip).key()).isEqualTo("onnx.checkpoint");
        assertThat(refusal(zip)).hasMessageContaining("hrscope import " + zip);
        Path pickle = Files.write(folder.resolve("b.pth"), new byte[] {(byte) 0x80, 2, '}', '.'});
        assertThat(refusal(pickle).key()).isEqualTo("onnx.checkpoint");
    }

    @Test
    void aNetworkOfAnotherKind() {
        Problem problem = refusal(Shared.file("models/yolox_nano_416.onnx"));
        assertThat(problem.key()).isEqualTo("model.notPose");
        assertThat(problem).hasMessageContaining("yolox_nano_416.onnx").hasMessageContaining("416");
    }

    @Test
    void aNetworkThatDoesNotSayHowToNormalise() {
        assertThat(refusal(Shared.file("models/tinypose_256x192.onnx")).key())
                .isEqualTo("model.unknownInput");
    }

    @Test
    void aPropertiesFileThatLacksSomething() throws IOException {
        Path model =
                Files.copy(
                        Shared.file("models/tinypose_256x192.onnx"), folder.resolve("less.onnx"));
        Files.writeString(folder.resolve("less.properties"), "mean=0,0,0\nstd=1,1,1\n");
        assertThat(refusal(model)).hasMessageContaining("(channel_order missing)");
    }

    @Test
    void aProfileThatIsThereUnderNoName() {
        assertThatThrownBy(() -> ModelProfile.named("imagnet"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("imagnet")
                .hasMessageContaining("imagenet");
    }

    @Test
    void aPropertiesFileBesideTheModelSaysIt() throws IOException, Problem {
        Path model =
                Files.copy(
                        Shared.file("models/tinypose_256x192.onnx"), folder.resolve("tiny.onnx"));
        Files.writeString(
                folder.resolve("tiny.properties"),
                "mean=0,0,0\nstd=1,1,1\nchannel_order=BGR\ndecoder=dark\n");
        try (PoseModel opened = new ModelOpener(ModelProfile.EMPTY).open(model)) {
            assertThat(opened.info().rgb()).isFalse();
            assertThat(opened.info().decoder()).isEqualTo(Decoder.DARK);
        }
        Files.writeString(
                folder.resolve("tiny.properties"), "mean=0,zero,0\nstd=1,1,1\nchannel_order=BGR\n");
        assertThat(refusal(model).key()).isEqualTo("model.profile");
    }
}
