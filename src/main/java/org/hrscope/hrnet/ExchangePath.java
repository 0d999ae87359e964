package org.hrscope.hrnet;

import org.hrscope.hrnet.Part.Kind;

/// One path through an exchange: from a branch of a module to one of its fused outputs.
///
/// @param from,to branches, 0 being the finest
/// @param source  the part the values come from: the exchange part, or for identity paths the branch itself
/// @param target  the fused part
public record ExchangePath(int stage, int module, int from, int to, Part source, Part target) {

    static ExchangePath between(Part source, Part fused) {
        // A path's name ends in TO.FROM; an identity path starts at the branch of the same row.
        int to = lastNumber(fused.name());
        int from = lastNumber(source.name());
        return new ExchangePath(fused.stage(), fused.module(), from, to, source, fused);
    }

    public boolean isIdentity() {
        return source.kind() == Kind.BRANCH;
    }

    public boolean isUp() {
        return source.kind() == Kind.EXCHANGE_UP;
    }

    public boolean isDown() {
        return source.kind() == Kind.EXCHANGE_DOWN;
    }

    private static int lastNumber(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf('.') + 1));
    }
}
