package org.atled.compiler.random;

/** What a generated program contains, for the statistics. */
enum Feature {
    LOOP,
    NESTED_LOOP,
    JUMP,
    EARLY_RETURN,
    SWITCH,
    ACTIVE_CONDITION,
    ARRAY,
    MATRIX,
    ALIAS,
    ALIASED_INPUT,
    SWAP,
    COPY,
    CALL,
    RECURSION,
    FLOAT,
    TEXT,
    VALIDATION
}
