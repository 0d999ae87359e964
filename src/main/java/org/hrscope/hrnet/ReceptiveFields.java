package org.hrscope.hrnet;

import java.util.HashMap;
import java.util.Map;
import org.hrscope.hrnet.Operation.Convolution;

/// Receptive field of each value: the side of a square in input pixels, ignoring borders.
///
/// The usual recursion: a k x k convolution adds (k - 1) steps of its input, a stride multiplies the step. Where
/// paths merge, the largest counts.
public final class ReceptiveFields {

    /// @param size side of the square
    /// @param step distance between the fields of neighbouring values
    public record Field(int size, int step) {}

    private ReceptiveFields() {}

    /// By value name.
    public static Map<String, Field> of(HrNet net) {
        Map<String, Field> fields = new HashMap<>();
        fields.put("image", new Field(1, 1));
        for (Layer layer : net.layers()) {
            Field widest = new Field(0, 1);
            for (String input : layer.inputs()) {
                Field field = fields.getOrDefault(input, widest);
                if (field.size > widest.size) widest = field;
            }
            fields.put(layer.name(), through(layer.operation(), widest));
        }
        return fields;
    }

    private static Field through(Operation operation, Field in) {
        return switch (operation) {
            case Convolution c ->
                    new Field(in.size + (c.kernel() - 1) * in.step, in.step * c.stride());
            // Bilinear reads one more neighbour.
            case Operation.Upsample up ->
                    new Field(in.size + (up.bilinear() ? in.step : 0), in.step / up.factor());
            case Operation.Sum _, Operation.Concatenation _, Operation.Alias _ -> in;
        };
    }
}
