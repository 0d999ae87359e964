/// Ways to open a source or a network: menus, files, checkpoints to import.
@NullMarked
package org.hrscope.ui.opening;

import org.jspecify.annotations.NullMarked;
