package org.hrscope.ui.opening;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;

/// The offer of a larger network, shown over the stage: one sentence, two buttons. FX thread.
public final class LargerNetworkCard extends HBox {

    public LargerNetworkCard(LargerNetworkOffer offer, Texts texts) {
        getStyleClass().addAll("notice", "offer");
        Button yes = new TextButton(texts, "offer.get", offer::accept, "offer-get");
        getChildren()
                .addAll(
                        new Caption(texts, "offer.larger"),
                        yes,
                        new TextButton(texts, "offer.not-now", offer::decline));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        visibleProperty().bind(offer.openProperty());
    }
}
