package org.hrscope.ui.network;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;

/// What the thumbnails show: the mean of a node's channels ([NetworkViewModel#MEAN]), or one channel by its number. FX
/// thread.
final class ChannelChoice extends Spinner<Integer> {
    private static final int LAST = 2047;

    ChannelChoice(Texts texts, Controls controls) {
        var values =
                new IntegerSpinnerValueFactory(NetworkViewModel.MEAN, LAST, NetworkViewModel.MEAN);
        values.setConverter(new ChannelText(texts));
        setValueFactory(values);
        setEditable(true);
        setPrefWidth(104);
        controls.named(this, "network.channel");
        texts.languageProperty()
                .addListener(changed ->
                        getEditor().setText(values.getConverter().toString(values.getValue())));
    }
}
