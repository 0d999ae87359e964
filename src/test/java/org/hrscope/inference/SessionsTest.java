package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.hrscope.natives.Processor;
import org.hrscope.onnx.OnnxMetadata;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Processor WITHOUT = Processor.of("amd64", Set.of("fpu", "avx2"));
    private static final Processor WITH = Processor.of("amd64", Set.of("fpu", "avx512_vnni"));

    /// With VNNI the guard against it made int8 as slow as float.
    @Test
    void whereNothingOverflowsNothingIsGuardedAgainst() {
        ByteBuffer eight = model("8");
        assertThat(Sessions.mayOverflow(WITHOUT, eight)).isTrue();
        assertThat(Sessions.mayOverflow(WITHOUT, model("7"))).isFalse();
        assertThat(Sessions.mayOverflow(WITH, eight)).isFalse();
        assertThat(Sessions.mayOverflow(Processor.of("aarch64", Set.of()), eight)).isFalse();
    }

    private static ByteBuffer model(String bits) {
        return ByteBuffer.wrap(OnnxMetadata.tail(Map.of(ModelFile.WEIGHT_BITS, bits)));
    }
}
