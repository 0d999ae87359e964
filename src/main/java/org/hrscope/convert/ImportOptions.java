package org.hrscope.convert;

import java.util.Locale;
import java.util.Optional;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.hrnet.HrNetSpec;

/// What a checkpoint does not say. Empty options are inferred from the file name, else from the usual choice for
/// that number of joints.
public record ImportOptions(
        Optional<InputSize> size,
        Optional<Skeleton> skeleton,
        Optional<Decoder> decoder,
        boolean freeBatch) {

    public static final ImportOptions NONE =
            new ImportOptions(Optional.empty(), Optional.empty(), Optional.empty(), false);

    private static final InputSize BODY = new InputSize(256, 192);
    private static final InputSize SQUARE = new InputSize(256, 256);

    public InputSize sizeFor(String fileName, HrNetSpec spec) {
        boolean body = spec.version() == HrNetSpec.Version.V1 && spec.joints() != 16;
        return size.or(() -> InputSize.in(fileName)).orElse(body ? BODY : SQUARE);
    }

    Skeleton skeletonFor(String fileName, HrNetSpec spec) {
        return skeleton.orElseGet(() ->
                named(fileName)
                        .filter(s -> s.size() == spec.joints())
                        .orElseGet(() -> Skeletons.forJointCount(spec.joints())));
    }

    Decoder decoderFor(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        Decoder guess = Decoder.QUARTER;
        if (name.contains("dark")) guess = Decoder.DARK;
        if (name.contains("udp")) guess = Decoder.UDP;
        return decoder.orElse(guess);
    }

    /// Data sets that share their number of joints with a more common one must be named.
    private static Optional<Skeleton> named(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.contains("ap10k")) return Skeletons.byId("ap10k17");
        if (name.contains("rhd")) return Skeletons.byId("rhd21");
        if (name.contains("aic")) return Skeletons.byId("aic14");
        return Optional.empty();
    }
}
