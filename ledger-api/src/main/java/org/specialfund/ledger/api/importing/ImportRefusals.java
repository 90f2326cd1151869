package org.specialfund.ledger.api.importing;

import java.util.List;
import org.specialfund.ledger.core.shared.RefusalCode;
import org.specialfund.ledger.core.shared.Stage;

/** Why something that concerns an import as a whole is refused. */
final class ImportRefusals {

    static final RefusalCode UNKNOWN_IMPORT =
            new RefusalCode("unknown-import", Stage.EXISTENCE, "There is no import {id}.", "不存在导入批次 {id}。");

    static final RefusalCode UNKNOWN_PROFILE = new RefusalCode(
            "unknown-profile", Stage.EXISTENCE, "There is no import profile {name}.", "不存在导入方案 {name}。");

    static final RefusalCode UNKNOWN_TEMPLATE =
            new RefusalCode("unknown-template", Stage.EXISTENCE, "There is no template {name}.", "不存在模板 {name}。");

    static final RefusalCode IMPORT_STATE = new RefusalCode(
            "import-state",
            Stage.STATE,
            "The import is {state}: this cannot be done now.",
            "导入批次处于 {state} 状态，不能执行此操作。");

    static final RefusalCode IMPORT_STALE = new RefusalCode(
            "import-stale",
            Stage.STATE,
            "Another import was recorded since the rehearsal: it is rehearsed again.",
            "预演之后已有其他导入入账，现重新预演。");

    private ImportRefusals() {}

    static List<RefusalCode> all() {
        return List.of(UNKNOWN_IMPORT, UNKNOWN_PROFILE, UNKNOWN_TEMPLATE, IMPORT_STATE, IMPORT_STALE);
    }
}
