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
    public record Network(ModelFile file, String textKey, String argument) {
        public String name(Texts texts) {
            return texts.get(textKey, argument);
        }
    }

    private final ReadOnlyObjectWrapper<@Nullable Network> network = new ReadOnlyObjectWrapper<>();

    /// Null for none.
    public ReadOnlyObjectProperty<@Nullable Network> networkProperty() {
        return network.getReadOnlyProperty();
    }

    public void use(Network other) {
        network.set(other);
    }

    public void end() {
        network.set(null);
    }
}
