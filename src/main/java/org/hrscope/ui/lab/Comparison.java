package org.hrscope.ui.lab;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.hrscope.ui.common.Texts;

/// What the stage compares: the network in use with another one, or else the whole network and the bare image with the
/// cut network and the covered image. FX thread.
///
/// @param a,b    their names, in the window's language
/// @param active whether anything is compared
/// @param end    puts an end to it
public record Comparison(
        ObservableValue<String> a,
        ObservableValue<String> b,
        ObservableBooleanValue active,
        Runnable end) {

    public static Comparison of(Lab lab, ObservableValue<String> inUse, Texts texts) {
        var cuts = lab.cuts().noneProperty();
        var covers = lab.covers().noneProperty();
        var rival = lab.rival().networkProperty();
        ObservableValue<String> a =
                texts.of(
                        () -> rival.get() == null ? texts.get("pair.whole") : inUse.getValue(),
                        rival,
                        inUse);
        ObservableValue<String> b =
                texts.of(
                        () -> {
                            Rival.Network other = rival.get();
                            if (other != null) return other.name(texts);
                            if (covers.get()) return texts.get("pair.cut");
                            return texts.get(cuts.get() ? "pair.covered" : "pair.both");
                        },
                        rival,
                        cuts,
                        covers);
        Runnable end =
                () -> {
                    if (rival.get() != null) {
                        lab.rival().end();
                        return;
                    }
                    lab.cuts().restoreAll();
                    lab.covers().clear();
                };
        return new Comparison(a, b, rival.isNotNull().or(cuts.not()).or(covers.not()), end);
    }
}
