package org.hrscope.hrnet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The cells, both ends inclusive, that a later cell is computed from.
public record ReceptiveWindow(int left, int top, int right, int bottom) {

    /// For cell (x, y) of a part, its window in every earlier value down to the input (`image`). Where several
    /// paths lead back, their bounding box; padding is excluded.
    public static Map<String, ReceptiveWindow> of(HrNet net, String part, int x, int y) {
        Map<String, ReceptiveWindow> seen = new HashMap<>();
        seen.put(part, new ReceptiveWindow(x, y, x, y));
        Map<String, Maps> sizes = new HashMap<>();
        sizes.put("image", new Maps(3, net.inputHeight(), net.inputWidth()));
        List<Layer> layers = net.layers();
        for (Layer layer : layers) sizes.put(layer.name(), layer.output());
        for (Layer layer : layers.reversed()) {
            ReceptiveWindow window = seen.get(layer.name());
            if (window == null) continue;
            for (String input : layer.inputs()) {
                Maps size = sizes.getOrDefault(input, layer.output());
                ReceptiveWindow needed = window.before(layer.operation()).within(size);
                seen.merge(input, needed, ReceptiveWindow::joined);
            }
        }
        return seen;
    }

    private ReceptiveWindow before(Operation operation) {
        return switch (operation) {
            case Operation.Convolution c -> {
                int p = c.padding();
                int end = c.kernel() - 1 - p;
                int s = c.stride();
                yield new ReceptiveWindow(
                        left * s - p, top * s - p, right * s + end, bottom * s + end);
            }
            case Operation.Upsample up -> {
                // Bilinear reads the two cells whose centres surround (x + 0.5) / factor.
                int f = up.factor();
                int half = up.bilinear() ? f / 2 : 0;
                int more = up.bilinear() ? 1 : 0;
                yield new ReceptiveWindow(
                        Math.floorDiv(left - half, f),
                        Math.floorDiv(top - half, f),
                        Math.floorDiv(right - half, f) + more,
                        Math.floorDiv(bottom - half, f) + more);
            }
            case Operation.Sum _, Operation.Concatenation _, Operation.Alias _ -> this;
        };
    }

    private ReceptiveWindow within(Maps size) {
        return new ReceptiveWindow(
                Math.clamp(left, 0, size.width() - 1),
                Math.clamp(top, 0, size.height() - 1),
                Math.clamp(right, 0, size.width() - 1),
                Math.clamp(bottom, 0, size.height() - 1));
    }

    private ReceptiveWindow joined(ReceptiveWindow other) {
        return new ReceptiveWindow(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public int width() {
        return right - left + 1;
    }

    public int height() {
        return bottom - top + 1;
    }
}
