package org.hrscope.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/// How sessions run whose inner values are looked at: every node as the file has it. A fused or re-laid-out node rounds
/// otherwise, and what is fused depends on which values are exposed; so one value has the same bits whoever asks, and
/// with whatever others. Costs about half as much again as a fully optimised session.
final class TapOptions {
    private TapOptions() {}

    /// To be closed when the session is open.
    static SessionOptions asWritten() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setOptimizationLevel(OptLevel.NO_OPT);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }
}
