package org.hrscope.ui.lessons;

import java.util.Collections;
import java.util.List;
import org.hrscope.domain.ModelInfo;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.jspecify.annotations.Nullable;

/// The network lessons are about.
///
/// @param net null if it is not an HRNet
public record Subject(ModelInfo info, @Nullable HrNet net) {
    /// As the data sets call it.
    private static final List<String> HEAD_TOPS = List.of("head_top", "top_head");

    boolean isHrNet() {
        return net != null;
    }

    /// Whether it ends as in the original paper: fused into the finest branch only.
    boolean isFirstVersion() {
        return net != null && net.spec().version() == Version.V1;
    }

    /// Whether it finds the arms and legs that actions are known by.
    boolean isBody() {
        return info.skeleton()
                .joints()
                .containsAll(
                        List.of(
                                "left_shoulder",
                                "left_elbow",
                                "left_hip",
                                "left_knee",
                                "left_ankle"));
    }

    /// Whether the first lesson has something to teach it: it sees people, and does not know the top of the head.
    boolean lacksHeadTop() {
        return isHrNet() && isBody() && Collections.disjoint(info.skeleton().joints(), HEAD_TOPS);
    }

    /// Whether it has all modules and blocks of the published ones.
    boolean isFullSize() {
        return net != null
                && net.spec().stages().equals(HrNetSpec.published(Version.V1, 32, 1).stages());
    }

    /// @throws IllegalStateException if it is not an HRNet
    HrNet hrNet() {
        if (net == null) throw new IllegalStateException(info.name() + " is not an HRNet");
        return net;
    }
}
