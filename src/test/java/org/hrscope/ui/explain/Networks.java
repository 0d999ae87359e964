package org.hrscope.ui.explain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Task;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.Maps;
import org.hrscope.hrnet.Part;
import org.hrscope.inference.ModelFile;
import org.hrscope.ui.network.MapLayout;
import org.hrscope.ui.network.MapNode;
import org.hrscope.ui.network.OpenedNetwork;
import org.jspecify.annotations.Nullable;

/// Opened networks without files.
enum Networks {
    W16(
            new HrNetSpec(
                    Version.V1,
                    16,
                    17,
                    1,
                    4,
                    List.of(new Stage(1, 2), new Stage(1, 2), new Stage(1, 2))),
            256,
            192),
    W32(HrNetSpec.published(Version.V1, 32, 17), 256, 192),
    W48(HrNetSpec.published(Version.V1, 48, 17), 384, 288),
    V2_W18(HrNetSpec.published(Version.V2, 18, 21), 256, 256),
    FINDER(
            new HrNetSpec(
                    Version.V1,
                    16,
                    5,
                    1,
                    4,
                    List.of(new Stage(1, 2), new Stage(1, 2), new Stage(1, 2))),
            320,
            320) {
        @Override
        Topic topic(Part part, Maps in) {
            return super.topic(part, in).inFinder();
        }
    };

    final HrNet net;

    Networks(HrNetSpec spec, int height, int width) {
        net = HrNet.of(spec, height, width);
    }

    OpenedNetwork opened() {
        Task task = this == FINDER ? Task.PEOPLE : Task.POSE;
        List<MapNode> nodes = net.parts().stream().map(Networks::node).toList();
        return opened(net, nodes, net.spec().name(), task);
    }

    Topic topic(Part part, Maps in) {
        return Topic.of(part, net, in);
    }

    /// One that is not an HRNet, of a single node.
    static OpenedNetwork foreign() {
        return foreign(Task.POSE);
    }

    static OpenedNetwork foreign(Task task) {
        MapNode node = node("block_7", "operator", "Conv Relu", new Maps(24, 32, 24), 1000, 2000);
        return opened(null, List.of(node), "foreign", task);
    }

    private static MapNode node(Part part) {
        boolean picture = part.kind() == Part.Kind.PICTURE;
        return node(
                picture ? "input_of_the_file" : part.name(),
                part.kind().name().toLowerCase(Locale.ROOT),
                "",
                part.output().output(),
                part.parameters(),
                part.multiplyAdds());
    }

    private static MapNode node(
            String name,
            String kind,
            String detail,
            Maps maps,
            long parameters,
            long multiplyAdds) {
        return new MapNode(
                name,
                name,
                kind,
                detail,
                maps.shape(),
                Set.of(),
                parameters,
                multiplyAdds,
                0,
                0,
                new MapNode.Box(0, 0, 1, 1),
                false);
    }

    private static OpenedNetwork opened(
            @Nullable HrNet net, List<MapNode> nodes, String title, Task task) {
        MapLayout map =
                new MapLayout(title, "plain", nodes, List.of(), List.of(), List.of(), 1, 1, 1, 1);
        int height = net == null ? 256 : net.inputHeight();
        int width = net == null ? 192 : net.inputWidth();
        int joints = task == Task.POSE ? 17 : 5;
        ModelInfo info = ModelInfos.of(width, height, joints, task);
        return new OpenedNetwork(new ModelFile(null, info), net, null, null, map, null, Map.of());
    }
}
