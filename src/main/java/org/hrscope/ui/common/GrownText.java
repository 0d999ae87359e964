package org.hrscope.ui.common;

import org.hrscope.hrnet.Grown;
import org.hrscope.hrnet.Part;
import org.jspecify.annotations.Nullable;

/// Says of a grown network what in it is untrained. FX thread.
///
/// @param grown null for a network that was not grown: there is nothing to say
public record GrownText(Texts texts, @Nullable Grown grown) {

    /// The network's name; a file's own name ends with what only tells it from other files.
    public String name(String file) {
        if (grown == null) return file;
        String origin = file.replaceFirst("-[0-9a-f]{8}-grown-w\\d+$", "");
        return texts.get("grown.name", origin, "W" + grown.net().spec().width());
    }

    /// The same where there is little room.
    public String title(String architecture) {
        return grown == null
                ? architecture
                : texts.get("grown.title", architecture, "W" + grown.width());
    }

    /// The same where there is hardly any.
    public String chip(String architecture) {
        return grown == null ? architecture : texts.get("grown.chip", architecture);
    }

    /// Empty where all of the part was trained.
    public String part(String name) {
        Part part = find(name);
        if (grown == null || part == null) return "";
        if (grown.isAdded(part)) {
            return texts.get(part.kind().crossesBranches() ? "grown.path" : "grown.part");
        }
        int untrained = grown.untrained(part);
        if (untrained == 0) return "";
        return texts.get("grown.channels", untrained, part.output().output().channels());
    }

    /// Whether this channel of a part is untrained.
    public boolean isUntrained(String name, int channel) {
        Part part = find(name);
        return grown != null && part != null && grown.isUntrained(part, channel);
    }

    private @Nullable Part find(String name) {
        if (grown == null) return null;
        return grown.net().parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
