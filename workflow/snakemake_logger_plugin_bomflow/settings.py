"""Options of the plug-in. No ``annotations`` from the future: Snakemake calls the types."""

from dataclasses import dataclass, field

from snakemake_interface_logger_plugins.settings import LogHandlerSettingsBase


@dataclass
class LogHandlerSettings(LogHandlerSettingsBase):
    """Options of the command line, ``--logger-bomflow-...``."""

    json: bool = field(
        default=False,
        metadata={
            "help": "Print JSON lines instead of the live view: progress every ten seconds, "
            "messages, last the outcome; results/logs/progress.jsonl gets them always.",
            "env_var": False,
            "required": False,
        },
    )
