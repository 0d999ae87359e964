package org.hrscope.ui.lessons;

import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;

/// Networks that lessons are given on.
enum Subjects {
    BUNDLED,
    W32,
    W48,
    V2,
    FOREIGN;

    Subject subject() {
        return switch (this) {
            case BUNDLED -> bundled();
            case W32 -> published(Version.V1, 32, 256, 192);
            case W48 -> published(Version.V1, 48, 384, 288);
            case V2 -> published(Version.V2, 18, 256, 256);
            case FOREIGN -> new Subject(info("foreign", 256, 192), null);
        };
    }

    /// A W32 for these joints.
    static Subject of(String joints) {
        Skeleton skeleton = Skeletons.byId(joints).orElseThrow();
        HrNetSpec spec = HrNetSpec.published(Version.V1, 32, skeleton.joints().size());
        return new Subject(ModelInfos.of(joints, 192, 256, skeleton), HrNet.of(spec, 256, 192));
    }

    private static Subject bundled() {
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            return new Subject(
                    model.info(), HrNetReader.declared(model.file().graph()).orElseThrow());
        } catch (Problem problem) {
            throw new AssertionError(problem);
        }
    }

    private static Subject published(Version version, int width, int high, int wide) {
        HrNetSpec spec = HrNetSpec.published(version, width, 17);
        return new Subject(info(spec.name(), high, wide), HrNet.of(spec, high, wide));
    }

    private static ModelInfo info(String name, int high, int wide) {
        return ModelInfos.of(name, wide, high, Skeletons.byId("coco17").orElseThrow());
    }
}
