package org.hrscope.hrnet;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What makes one HRNet different from another. Branches are 2, 3, 4 in stages 2, 3, 4, of C, 2C, 4C, 8C channels.
///
/// @param version      how the network ends
/// @param width        C, the channels of the finest branch
/// @param joints       K, the heatmaps
/// @param finalKernel  of the last convolution: 1 in all published ones
/// @param bottlenecks  in layer1: 4 in all published ones
/// @param stages       stages 2, 3 and 4
public record HrNetSpec(
        Version version,
        int width,
        int joints,
        int finalKernel,
        int bottlenecks,
        List<Stage> stages) {

    /// @param modules exchange modules, one after another
    /// @param blocks  basic blocks on each branch of a module
    public record Stage(int modules, int blocks) {}

    /// How the branches come together at the end.
    public enum Version {
        /// Only the finest branch is kept (arXiv:1902.09212).
        V1,
        /// All branches are resized to the finest and concatenated (arXiv:1904.04514); bilinear up-sampling.
        V2
    }

    public HrNetSpec {
        stages = List.copyOf(stages);
    }

    /// A published one: W32, W48, or W18 as V2; modules 1, 4, 3 and 4 blocks.
    public static HrNetSpec published(Version version, int width, int joints) {
        return new HrNetSpec(
                version,
                width,
                joints,
                1,
                4,
                List.of(new Stage(1, 4), new Stage(4, 4), new Stage(3, 4)));
    }

    public Stage stage(int number) {
        return stages.get(number - 2);
    }

    /// Channels of a branch, the finest being 0.
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
        return "width %d, modules %s, blocks %s"
                .formatted(width, joined.apply(Stage::modules), joined.apply(Stage::blocks));
    }

    /// `HRNet-W32`, `HRNetV2-W18`
    public String name() {
        return (version == Version.V2 ? "HRNetV2-W" : "HRNet-W") + width;
    }
}
