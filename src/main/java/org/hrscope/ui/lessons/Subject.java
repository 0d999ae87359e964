package org.hrscope.ui.lessons;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hrscope.domain.ModelInfo;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.jspecify.annotations.Nullable;

/// The network lessons are about.
///
/// @param net    null if it is not an HRNet
/// @param taught joints it is being taught, which it may have by now
public record Subject(ModelInfo info, @Nullable HrNet net, List<String> taught) {
    /// As the data sets call it.
    private static final List<String> HEAD_TOPS = List.of("head_top", "top_head");

    public Subject {
        taught = List.copyOf(taught);
    }

    public Subject(ModelInfo info, @Nullable HrNet net) {
        this(info, net, List.of());
    }

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

    /// Whether the first lesson has something to teach it: it sees people, and knows the top of the head from nowhere
    /// else.
    boolean lacksHeadTop() {
        Set<String> known = new HashSet<>(info.skeleton().joints());
        taught.forEach(known::remove);
        return isHrNet() && isBody() && Collections.disjoint(known, HEAD_TOPS);
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
