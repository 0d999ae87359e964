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
                String inner = Texts.format("(%d + 2·%d − %d)", size, c.padding(), c.kernel());
                String quotient =
                        c.stride() == 1
                                ? inner + "/1"
                                : Texts.format("floor(%s/%d)", inner, c.stride());
                yield quotient + " + 1 = " + c.outputSize(size);
            }
            case Upsample up -> Texts.format("%d · %d = %d", size, up.factor(), size * up.factor());
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
        String places = out.height() + "·" + out.width();
        return many + weights(c) + " · " + places + " = " + exact(multiplyAdds());
    }

    private static String weights(Convolution c) {
        return Texts.format("%d·%d·%d·%d", c.out(), c.in(), c.kernel(), c.kernel());
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
