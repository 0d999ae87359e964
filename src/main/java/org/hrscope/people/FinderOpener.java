package org.hrscope.people;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.domain.Task;
import org.hrscope.inference.ImageNetwork;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PixelFormat;
import org.jspecify.annotations.Nullable;

/// Opens person finders: our own HRNet or YOLOX, told apart by output shape. Any thread.
public final class FinderOpener {
    /// The bundled finder, a file in `models`.
    public static final String BUNDLED = "person_finder_320";

    public PersonFinder bundled() throws Problem {
        return finder(ImageNetwork.bundled(BUNDLED), BUNDLED + ".onnx");
    }

    /// A finder as a network to look into. Ours is an HRNet like the pose network, but with five output maps.
    ///
    /// @param file null for the bundled one
    /// @throws Problem as [#open]
    public ModelFile lookInto(@Nullable Path file) throws Problem {
        if (file == null) {
            try (ImageNetwork network = ImageNetwork.bundled(BUNDLED)) {
                return new ModelFile(null, info(network, Task.PEOPLE));
            }
        }
        try (ImageNetwork network = ImageNetwork.open(file)) {
            return new ModelFile(file, info(network, task(network, file)));
        }
    }

    private static ModelInfo info(ImageNetwork network, Task task) throws Problem {
        PixelFormat format = format(network, task);
        int channels = task == Task.PEOPLE ? CentreDecoder.CHANNELS : 1;
        return new ModelInfo(
                network.name(),
                network.input(),
                network.outputs().keySet().iterator().next(),
                network.inputWidth(),
                network.inputHeight(),
                network.inputWidth() / CentreDecoder.CELL,
                network.inputHeight() / CentreDecoder.CELL,
                format.mean(),
                format.std(),
                format.rgb(),
                Skeleton.numbered(channels),
                Decoder.QUARTER,
                task);
    }

    private static PixelFormat format(ImageNetwork network, Task task) throws Problem {
        return task == Task.PEOPLE
                ? network.format(task.outside())
                : PixelFormat.levels(task.outside());
    }

    /// @throws Problem `finder.notOne`
    private static Task task(ImageNetwork network, Object file) throws Problem {
        if (isYolox(network)) return Task.BOXES;
        if (isOurs(network)) return Task.PEOPLE;
        throw new Problem("finder.notOne", file, network.describedOutputs());
    }

    /// @throws Problem `file.missing`, `file.unreadable`, `model.notOnnx`, `model.notImage`, `finder.notOne`
    public PersonFinder open(Path file) throws Problem {
        return finder(ImageNetwork.open(file), file);
    }

    private static PersonFinder finder(ImageNetwork network, Object file) throws Problem {
        try {
            Task task = task(network, file);
            PixelFormat format = format(network, task);
            return task == Task.BOXES
                    ? new NetworkFinder(network, format, Letterbox::topLeft, decoder(network))
                    : new NetworkFinder(network, format, Letterbox::centred, new CentreDecoder());
        } catch (Throwable e) {
            network.close();
            throw e;
        }
    }

    private static boolean isYolox(ImageNetwork network) {
        Shape output = onlyOutput(network);
        return output.rank() == 3
                && output.size(0) == 1
                && output.size(1) == decoder(network).cells()
                && output.size(2) >= YoloxDecoder.LEAST_COLUMNS;
    }

    private static YoloxDecoder decoder(ImageNetwork network) {
        return new YoloxDecoder(network.inputWidth(), network.inputHeight());
    }

    /// A pose network of five joints has the same shapes, but its metadata names its joints.
    private static boolean isOurs(ImageNetwork network) {
        List<Integer> map =
                List.of(
                        1,
                        CentreDecoder.CHANNELS,
                        network.inputHeight() / CentreDecoder.CELL,
                        network.inputWidth() / CentreDecoder.CELL);
        Skeleton unnamed = Skeleton.numbered(CentreDecoder.CHANNELS);
        Skeleton named = Skeletons.of(network.profile().values(), CentreDecoder.CHANNELS);
        return onlyOutput(network).sizes().equals(map) && named.joints().equals(unnamed.joints());
    }

    /// Rank 0 if there are several outputs, or one with free dimensions.
    private static Shape onlyOutput(ImageNetwork network) {
        return network.outputs().size() == 1
                ? network.outputs().values().iterator().next()
                : Shape.of();
    }
}
