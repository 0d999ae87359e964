package org.hrscope.hrnet;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What distinguishes one HRNet from another. Stages 2, 3 and 4 have 2, 3 and 4 branches, with C, 2C, 4C and 8C
/// channels.
///
/// @param version     kind of head
/// @param width       C, the channels of the finest branch
/// @param joints      K, the number of heatmaps
/// @param finalKernel of the last convolution: 1 in all published ones
/// @param bottlenecks in layer1: 4 in all published ones
/// @param stages      stages 2, 3 and 4
public record HrNetSpec(
        Version version,
        int width,
        int joints,
        int finalKernel,
        int bottlenecks,
        List<Stage> stages) {

    /// @param modules exchange modules in sequence
    /// @param blocks  basic blocks per branch of a module
    public record Stage(int modules, int blocks) {}

    /// How the branches are combined at the end.
    public enum Version {
        /// Uses only the finest branch (arXiv:1902.09212).
        V1,
        /// Upsamples all branches to the finest (bilinear) and concatenates them (arXiv:1904.04514).
        V2
    }

    public HrNetSpec {
        stages = List.copyOf(stages);
    }

    /// A published network: W32, W48, or W18 as V2; 1, 4 and 3 modules, 4 blocks.
    public static HrNetSpec published(Version version, int width, int joints) {
        return new HrNetSpec(
                version,
                width,
                joints,
                1,
                4,
                List.of(new Stage(1, 4), new Stage(4, 4), new Stage(3, 4)));
    }

    /// @param name of a published network: [#name()]
    public static HrNetSpec published(String name, int joints) {
        Version version = name.startsWith("HRNetV2") ? Version.V2 : Version.V1;
        return published(version, Integer.parseInt(name.replaceFirst(".*-W", "")), joints);
    }

    HrNetSpec withJoints(int count) {
        return new HrNetSpec(version, width, count, finalKernel, bottlenecks, stages);
    }

    public Stage stage(int number) {
        return stages.get(number - 2);
    }

    /// Channels of a branch, 0 being the finest.
    public int channels(int branch) {
        return width << branch;
    }

    /// The same with other sizes of branches and stages.
    public HrNetSpec sized(int newWidth, List<Stage> newStages) {
        return new HrNetSpec(version, newWidth, joints, finalKernel, bottlenecks, newStages);
    }

    /// Whether the other has at least as many channels, modules and blocks everywhere.
    public boolean fitsInto(HrNetSpec other) {
        boolean fits = width <= other.width;
        for (int i = 0; i < stages.size(); i++) {
            fits &= stages.get(i).modules <= other.stages.get(i).modules;
            fits &= stages.get(i).blocks <= other.stages.get(i).blocks;
        }
        return fits;
    }

    /// `width 32, modules 1,4,3, blocks 4,4,4`
    public String sizes() {
        Function<Function<Stage, Integer>, String> joined =
                of ->
                        stages.stream()
                                .map(stage -> String.valueOf(of.apply(stage)))
                                .collect(Collectors.joining(","));
        String modules = joined.apply(Stage::modules);
        return "width " + width + ", modules " + modules + ", blocks " + joined.apply(Stage::blocks);
    }

    /// `HRNet-W32`, `HRNetV2-W18`
    public String name() {
        return (version == Version.V2 ? "HRNetV2-W" : "HRNet-W") + width;
    }
}
