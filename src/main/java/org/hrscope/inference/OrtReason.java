package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.domain.Problem;

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

    /// A file from a newer exporter: what it is, and what ONNX Runtime knows at most.
    private static final Pattern NEWER =
            Pattern.compile(
                    "(?s).*?(?:Opset (\\d+) is under development.*till opset (\\d+)"
                            + "|Unsupported model (IR version): (\\d+), max supported IR version: (\\d+)).*");

    private OrtReason() {}

    /// Why a network does not take what it is fed with.
    static Problem input(OrtException e, Object name, String input, Object shape) {
        return new Problem(e, "model.input", name, input, shape, of(e));
    }

    /// Why a network cannot be opened.
    ///
    /// @param name of the file
    /// @return `model.newer` or `model.not-run`
    static Problem notRun(OrtException e, Object name) {
        Matcher newer = NEWER.matcher(String.valueOf(e.getMessage()));
        if (!newer.matches()) return new Problem(e, "model.not-run", name, of(e));
        return newer.group(3) == null
                ? new Problem(e, "model.newer", name, "opset " + newer.group(1), newer.group(2))
                : new Problem(e, "model.newer", name, "IR " + newer.group(4), newer.group(5));
    }

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
