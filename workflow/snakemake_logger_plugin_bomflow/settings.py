"""Options of the plug-in. No ``annotations`` from the future: Snakemake calls the types."""

from dataclasses import dataclass, field

from snakemake_interface_logger_plugins.settings import LogHandlerSettingsBase


@dataclass
class LogHandlerSettings(LogHandlerSettingsBase):
    """Options of the command line, ``--logger-bomflow-...``."""

    json: bool = field(
        default=False,
        metadata={
            "help": "Print the progress as JSON lines every ten seconds instead of the live view; "
            "results/logs/progress.jsonl gets them always.",
            "env_var": False,
            "required": False,
        },
    )
