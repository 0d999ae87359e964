/// Teaching the network a joint by clicks on the stage.
@NullMarked
package org.hrscope.ui.teach;

import org.jspecify.annotations.NullMarked;
