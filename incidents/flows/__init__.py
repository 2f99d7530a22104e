"""Supply lines: which of them a period touches, and their exports.

The figure of a supply line belongs to its own period and unit: figures of different lines are never added.
"""

from incidents.flows.export_flows import FLOW_FORMATS, export_flows
from incidents.flows.flow_mask import flow_mask
from incidents.flows.is_contradicted import is_contradicted

__all__ = ["FLOW_FORMATS", "export_flows", "flow_mask", "is_contradicted"]
