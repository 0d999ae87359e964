package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import java.util.regex.Pattern;

/// ONNX Runtime's own reason, without what only its developers need: error codes, source files, function names.
final class OrtReason {
    private static final int LONGEST = 300;

    /// `Error code - ORT_FAIL - message: `
    private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message: ");

    /// `/onnxruntime_src/onnxruntime/core/graph/model.cc:182 onnxruntime::Model::Model(ModelProto&&, ...) `
    private static final Pattern SOURCE =
            Pattern.compile("\\S*\\.(cc|cpp|h|hpp):\\d+ [^()\\s]*(\\([^()]*\\)( const)?)? ?");

    private OrtReason() {}

    /// One line without a full stop.
    static String of(OrtException e) {
        String text = String.valueOf(e.getMessage());
        if (text.length() > 10 * LONGEST) text = text.substring(0, 10 * LONGEST);
        text = CODE.matcher(text).replaceFirst("");
        text = SOURCE.matcher(text).replaceAll("");
        text = text.replaceAll("\\s+", " ").strip();
        if (text.length() > LONGEST) text = text.substring(0, LONGEST) + "...";
        return text.endsWith(".") && !text.endsWith("...")
                ? text.substring(0, text.length() - 1)
                : text;
    }
}
