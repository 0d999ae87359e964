package org.hrscope.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"net.v2.pth", "net.v2.pt", "net.v2.PTH", "net.v2.pth.tar", "net.v2.ckpt"})
    void theWholeEndingGoes(String name) {
        assertThat(CheckpointName.is(name)).isTrue();
        assertThat(CheckpointName.stem(Path.of("folder", name))).isEqualTo("net.v2");
        assertThat(CheckpointName.reference(Path.of("folder", name)))
                .isEqualTo(Path.of("folder", "net.v2.npz"));
    }

    @Test
    void anotherFileIsNone() {
        assertThat(CheckpointName.is("net.onnx")).isFalse();
        assertThat(CheckpointName.is("net.tar")).isFalse();
        assertThat(CheckpointName.stem(Path.of("net.bin"))).isEqualTo("net.bin");
    }
}
