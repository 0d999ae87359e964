package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What remains of ONNX Runtime's messages.
class OrtReasonTest {
    private static final Map<String, String> MESSAGES =
            Map.of(
                    "Error code - ORT_INVALID_PROTOBUF - message: Load model failed:Protobuf parsing failed.",
                    "Load model failed:Protobuf parsing failed",
                    "Error code - ORT_FAIL - message: Exception during initialization:"
                            + " /onnxruntime_src/onnxruntime/core/providers/cpu/nn/lrn.h:28"
                            + " onnxruntime::LRN<T>::LRN(const onnxruntime::OpKernelInfo&) [with T = float]"
                            + " size_ > 0 was false. \\n",
                    "Exception during initialization: size_ > 0 was false",
                    "Error code - ORT_FAIL - message: Non-zero status code returned while running Div node."
                            + " Name:'' Status Message: Integer division by zero",
                    "Div: Integer division by zero");

    @Test
    void theUsefulPart() {
        MESSAGES.forEach((message, useful) ->
                assertThat(OrtReason.of(new OrtException(message.replace("\\n", "\n"))))
                        .isEqualTo(useful));
    }

    @Test
    void aNovelIsCut() {
        assertThat(OrtReason.of(new OrtException("a::b(".repeat(100_000))).length())
                .isLessThan(310);
    }
}
