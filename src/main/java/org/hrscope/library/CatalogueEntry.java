package org.hrscope.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrscope.convert.ImportOptions;
import org.hrscope.convert.InputSize;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.jspecify.annotations.Nullable;

/// One published checkpoint.
///
/// @param published    accuracy reported by the publisher, by metric
/// @param url          null if it can only be downloaded by hand
/// @param where        then, where to find it
/// @param bytes        file size, if published; see [#size()]
/// @param sha256       lower-case hex, if published
/// @param sha256Prefix the first 8 digits, which MMPose puts in the file name
public record CatalogueEntry(
        String id,
        String architecture,
        String dataset,
        int joints,
        int inputWidth,
        int inputHeight,
        String decoder,
        Map<String, Double> published,
        @Nullable String url,
        @Nullable String where,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable String sha256Prefix,
        String licence) {
    /// Names become file names, and must not lead out of the store's folder.
    private static final String FILE = "\\w[\\w.+-]{0,199}";

    // Compiled once: every command validates all entries at start.
    private static final Pattern NAME = Pattern.compile(FILE);
    private static final Pattern URL = Pattern.compile("https?://[^/?#]+/([^?#]*/)?" + FILE);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PREFIX = Pattern.compile("[0-9a-f]{0,64}");

    private static final int MOST = 10_000;

    /// @throws IllegalArgumentException if a value is implausible
    public CatalogueEntry {
        // In the order of the publication: the first figure is the one that networks are compared
        // by.
        published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
        need(!published.containsValue(null), "published");
        need(is(NAME, id), "id " + id);
        need(joints > 0 && joints <= MOST, "joints " + joints);
        need(inputWidth > 0 && inputWidth <= MOST, "inputWidth " + inputWidth);
        need(inputHeight > 0 && inputHeight <= MOST, "inputHeight " + inputHeight);
        need(bytes == null || bytes > 0, "bytes " + bytes);
        need(sha256 == null || is(HASH, sha256), "sha256 " + sha256);
        need(sha256Prefix == null || is(PREFIX, sha256Prefix), "sha256Prefix");
        need(url == null || is(URL, url), "url " + url);
        need(Stream.of(architecture, dataset, decoder, licence).noneMatch(String::isBlank), "text");
    }

    private static boolean is(Pattern kind, String text) {
        return kind.matcher(text).matches();
    }

    private static void need(boolean held, String what) {
        if (!held) throw new IllegalArgumentException(what);
    }

    /// What a network detects.
    public enum Kind {
        BODY,
        WHOLE_BODY,
        HAND,
        FACE,
        ANIMAL,
        CLOTHES;

        /// `whole-body`
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Kind kind() {
        return switch (dataset) {
            case "COCO-WholeBody" -> Kind.WHOLE_BODY;
            case "COCO-WholeBody-Hand", "OneHand10K", "RHD" -> Kind.HAND;
            case "COCO-WholeBody-Face", "300W", "300W-LP", "AFLW", "COFW", "WFLW" -> Kind.FACE;
            case "AP-10K", "Animal-Pose", "AnimalKingdom" -> Kind.ANIMAL;
            case "DeepFashion" -> Kind.CLOTHES;
            default -> Kind.BODY;
        };
    }

    /// The joints by name, or numbered if unknown.
    public Skeleton skeleton() {
        String known =
                switch (dataset) {
                    case "COCO" -> "coco17";
                    case "MPII" -> "mpii16";
                    case "CrowdPose" -> "crowdpose14";
                    case "AI Challenger" -> "aic14";
                    case "PoseTrack18" -> "posetrack17";
                    case "COCO-WholeBody" -> "wholebody133";
                    case "COCO-WholeBody-Hand", "OneHand10K" -> "hand21";
                    case "RHD" -> "rhd21";
                    case "AP-10K" -> "ap10k17";
                    case "300W", "300W-LP", "COCO-WholeBody-Face" -> "face68";
                    case "WFLW" -> "face98";
                    default -> "";
                };
        return Skeletons.byId(known)
                .filter(s -> s.size() == joints)
                .orElseGet(() -> Skeleton.numbered(joints));
    }

    /// What an import needs to know.
    public ImportOptions importOptions() {
        return new ImportOptions(
                Optional.of(new InputSize(inputHeight, inputWidth)),
                Optional.of(skeleton()),
                Optional.of(Decoder.of(decoder)),
                false);
    }

    /// The published file's name.
    public String fileName() {
        return url == null ? id + ".pth" : url.substring(url.lastIndexOf('/') + 1);
    }

    /// Size of the file in bytes; where none was published, that of its parameters.
    public long size() {
        return bytes == null ? parameterBytes() : bytes;
    }

    /// What the parameters take in a checkpoint: nearly all of it.
    public long parameterBytes() {
        HrNetSpec spec = HrNetSpec.published(architecture, joints);
        return Float.BYTES * HrNet.of(spec, inputHeight, inputWidth).parameters();
    }

    /// Whether a hash was published.
    public boolean hasHash() {
        return sha256 != null || sha256Prefix != null;
    }

    /// Whether a file with this SHA-256 is the published one; true if no hash was published.
    public boolean accepts(String hash) {
        if (sha256 != null) return hash.equals(sha256);
        return sha256Prefix == null || hash.startsWith(sha256Prefix);
    }
}
