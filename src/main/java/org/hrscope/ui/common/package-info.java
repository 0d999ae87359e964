/// What every panel needs: the way to the FX thread, texts, themes, icons, notices.
@NullMarked
package org.hrscope.ui.common;

import org.jspecify.annotations.NullMarked;
