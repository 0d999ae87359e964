package org.hrscope.ui.lessons;

import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.model.ModelInfo;
import org.jspecify.annotations.Nullable;

/// The network that lessons are given on.
///
/// @param net null for one that is no HRNet
public record Subject(ModelInfo info, @Nullable HrNet net) {

    boolean isHrNet() {
        return net != null;
    }

    /// Whether it ends as in the first paper: fused into the finest branch alone.
    boolean isFirstVersion() {
        return net != null && net.spec().version() == HrNetSpec.Version.V1;
    }

    /// @throws IllegalStateException where it is no HRNet
    HrNet hrNet() {
        if (net == null) throw new IllegalStateException(info.name() + " is no HRNet");
        return net;
    }
}
