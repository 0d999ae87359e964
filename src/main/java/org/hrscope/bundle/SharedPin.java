package org.hrscope.bundle;

import java.util.List;
import java.util.stream.IntStream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.FeatureMaps;

/// The map that was pinned for comparison: it may be of another frame, person or network, so its values come with it.
///
/// @param model  name of the network
/// @param source name of the frame's source
/// @param frame  its number, from 0
/// @param person the box that was cropped, in image pixels
/// @param values of one channel, row by row
public record SharedPin(
        String model,
        String node,
        int channel,
        String source,
        long frame,
        long nanos,
        BoundingBox person,
        int height,
        int width,
        List<Double> values) {
    private static final int MOST = 1 << 12;

    /// @throws IllegalArgumentException if a part is absent or implausible
    public SharedPin {
        if (model == null || node == null || source == null || person == null || values == null)
            throw new IllegalArgumentException("pin");
        boolean possible =
                height > 0
                        && width > 0
                        && height <= MOST
                        && width <= MOST
                        && values.size() == height * width
                        && person.isPlausible();
        if (!possible) throw new IllegalArgumentException("pinned map");
        channel = Math.max(0, channel);
        values = List.copyOf(values);
    }

    /// @param map one channel
    public static List<Double> values(FeatureMaps map) {
        float[] values = map.values();
        return IntStream.range(0, values.length).mapToObj(i -> (double) values[i]).toList();
    }

    public FeatureMaps map() {
        float[] cells = new float[values.size()];
        for (int i = 0; i < cells.length; i++) cells[i] = values.get(i).floatValue();
        return new FeatureMaps(1, height, width, cells);
    }
}
