package org.hrscope.ui.explain;

import java.util.List;
import org.hrscope.hrnet.Layer;
import org.hrscope.hrnet.Maps;
import org.hrscope.hrnet.Operation;
import org.hrscope.hrnet.Operation.Convolution;
import org.hrscope.hrnet.Operation.Upsample;
import org.hrscope.ui.common.Texts;

/// One computation within a node, and its arithmetic in the notation of formulas.
///
/// @param name  in the official code
/// @param times how many identical ones there are; they are listed once
public record Computation(String name, int times, Operation operation, Maps in, Maps out) {

    /// Output side: `floor((256 + 2·1 − 3)/2) + 1 = 128`
    public String side(int size) {
        return switch (operation) {
            case Convolution c -> {
                String inner = "(%d + 2·%d − %d)".formatted(size, c.padding(), c.kernel());
                String quotient =
                        c.stride() == 1
                                ? inner + "/1"
                                : "floor(%s/%d)".formatted(inner, c.stride());
                yield "%s + 1 = %d".formatted(quotient, c.outputSize(size));
            }
            case Upsample up -> "%d · %d = %d".formatted(size, up.factor(), size * up.factor());
            default -> size + " = " + size;
        };
    }

    /// Parameters: `64·3·3·3 + 2·64 = 1,856`, weights, bias, then two per channel for batch norm.
    public String parameterSum() {
        if (!(operation instanceof Convolution c)) return "0";
        String sum = weights(c);
        if (c.bias()) sum += " + " + c.out();
        if (c.norm().isPresent()) sum += " + 2·" + c.out();
        if (times > 1) sum = times + " · (" + sum + ")";
        return sum + " = " + exact(parameters());
    }

    /// Each weight once per position: `64·3·3·3 · 128·96 = 21,233,664`
    public String multiplyAddSum() {
        if (!(operation instanceof Convolution c)) return "0";
        String many = times > 1 ? times + " · " : "";
        return "%s%s · %d·%d = %s"
                .formatted(many, weights(c), out.height(), out.width(), exact(multiplyAdds()));
    }

    private static String weights(Convolution c) {
        return "%d·%d·%d·%d".formatted(c.out(), c.in(), c.kernel(), c.kernel());
    }

    public long parameters() {
        return times * layer().parameters();
    }

    public long multiplyAdds() {
        return times * layer().multiplyAdds();
    }

    private Layer layer() {
        return new Layer(name, operation, List.of(), out);
    }

    static String exact(long number) {
        return Texts.format("%,d", number);
    }
}
