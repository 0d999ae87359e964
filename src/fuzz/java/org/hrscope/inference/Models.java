package org.hrscope.inference;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/// Valid models to damage.
final class Models {
    private Models() {}

    static List<byte[]> small() {
        SmallModel divided = SmallModel.floats(17);
        divided.graph()
                .addInitializer(
                        TensorProto.newBuilder()
                                .setName("two")
                                .setDataType(DataType.INT64.getNumber())
                                .addDims(1)
                                .addInt64Data(2));
        divided.graph()
                .addNodeBuilder()
                .setOpType("Div")
                .addInput("two")
                .addInput("two")
                .addOutput("one");
        return List.of(
                SmallModel.floats(17).bytes(),
                SmallModel.floats(3).transposed(0, 2, 3, 1).bytes(),
                new SmallModel(
                                DataType.FLOAT16,
                                4,
                                1,
                                3,
                                SmallModel.HEIGHT,
                                SmallModel.WIDTH)
                        .output("heatmaps", 1, 4, SmallModel.HEIGHT / 4, SmallModel.WIDTH / 4)
                        .says("joint_names", "a,b,c,d")
                        .bytes(),
                new SmallModel(DataType.FLOAT, 5, "batch", 3, "height", "width")
                        .output("heatmaps", "batch", 5, "h", "w")
                        .bytes(),
                divided.bytes());
    }
}
