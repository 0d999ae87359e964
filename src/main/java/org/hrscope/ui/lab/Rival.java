package org.hrscope.ui.lab;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hrscope.inference.ModelFile;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The network that the one in use is compared with. FX thread.
public final class Rival {

    /// @param textKey  what it is called, with one argument
    /// @param argument such as the file's name
    /// @param of       the network it was made from, such as an untrained twin; null if it stands for itself
    public record Network(ModelFile file, String textKey, String argument, @Nullable ModelFile of) {
        public Network(ModelFile file, String textKey, String argument) {
            this(file, textKey, argument, null);
        }

        public String name(Texts texts) {
            return texts.get(textKey, argument);
        }
    }

    private final ReadOnlyObjectWrapper<@Nullable Network> network = new ReadOnlyObjectWrapper<>();
    private @Nullable ModelFile used;

    /// Null for none.
    public ReadOnlyObjectProperty<@Nullable Network> networkProperty() {
        return network.getReadOnlyProperty();
    }

    public void use(Network other) {
        if (!isOfAnother(other)) network.set(other);
    }

    /// This network is in use now. A rival made from another one, such as its twin, would be misnamed from here on.
    void inUse(ModelFile now) {
        used = now;
        Network shown = network.get();
        if (shown != null && isOfAnother(shown)) end();
    }

    private boolean isOfAnother(Network other) {
        return other.of != null && used != null && !other.of.equals(used);
    }

    public void end() {
        network.set(null);
    }
}
