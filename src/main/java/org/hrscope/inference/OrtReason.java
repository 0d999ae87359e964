package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import java.util.regex.Pattern;

/// ONNX Runtime's own message, minus error codes, source files and function names.
final class OrtReason {
    private static final int LONGEST = 300;

    /// `Error code - ORT_FAIL - message: `
    private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message: ");

    /// `/onnxruntime_src/onnxruntime/core/graph/model.cc:182 `
    private static final Pattern FILE = Pattern.compile("\\S*\\.(cc|cpp|h|hpp):\\d+ ");

    /// `onnxruntime::Model::Model(ModelProto&&, const Path&) [with T = float] `
    private static final Pattern FUNCTION =
            Pattern.compile(
                    "((static|virtual|const|void|bool|auto) )*[\\w:<>*&~]*(<[^()]{0,200}>)?::~?\\w+\\([^()]*\\)( const)?"
                            + "|\\[with [^\\]]*]|\\[ONNXRuntimeError] : \\d+ : \\w+ :");

    /// `Non-zero status code returned while running Div node. Name:'' Status Message: `
    private static final Pattern NODE =
            Pattern.compile(
                    "Non-zero status code returned while running (\\w+) node\\. Name:'[^']*' Status Message:");

    private OrtReason() {}

    /// One line without a full stop.
    static String of(OrtException e) {
        String text = String.valueOf(e.getMessage());
        if (text.length() > 10 * LONGEST) text = text.substring(0, 10 * LONGEST);
        text = CODE.matcher(text).replaceFirst("");
        text = NODE.matcher(text).replaceAll("$1:");
        text = FILE.matcher(text).replaceAll("");
        text = FUNCTION.matcher(text).replaceAll("");
        text = text.replaceAll("\\s+", " ").strip();
        if (text.length() > LONGEST) text = text.substring(0, LONGEST) + "...";
        return text.endsWith(".") && !text.endsWith("...")
                ? text.substring(0, text.length() - 1)
                : text;
    }
}
