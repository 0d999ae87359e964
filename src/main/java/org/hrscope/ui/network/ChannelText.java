package org.hrscope.ui.network;

import javafx.util.StringConverter;
import org.hrscope.ui.common.Texts;

/// A channel's number, or the word for the mean; anything that is not a number means the mean.
final class ChannelText extends StringConverter<Integer> {
    private final Texts texts;

    ChannelText(Texts texts) {
        this.texts = texts;
    }

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
