package org.hrscope.ui.network;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;

/// What the thumbnails show: the mean of a node's channels ([NetworkViewModel#MEAN]), or one channel by its number. FX
/// thread.
final class ChannelChoice extends Spinner<Integer> {
    private static final int LAST = 2047;

    private final Texts texts;

    ChannelChoice(Texts texts, Controls controls) {
        this.texts = texts;
        var values =
                new IntegerSpinnerValueFactory(NetworkViewModel.MEAN, LAST, NetworkViewModel.MEAN);
        values.setConverter(new Words());
        setValueFactory(values);
        setEditable(true);
        setPrefWidth(104);
        controls.named(this, "network.channel");
        texts.languageProperty()
                .addListener(changed ->
                        getEditor().setText(values.getConverter().toString(values.getValue())));
    }

    /// A channel's number, or the word for the mean; anything that is not a number means the mean.
    private final class Words extends StringConverter<Integer> {
        @Override
        public String toString(Integer channel) {
            return channel == null || channel < 0 ? texts.get("network.mean") : channel.toString();
        }

        @Override
        public Integer fromString(String text) {
            try {
                return Math.max(NetworkViewModel.MEAN, Integer.parseInt(text.trim()));
            } catch (NumberFormatException e) {
                return NetworkViewModel.MEAN;
            }
        }
    }
}
