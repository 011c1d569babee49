from network.models.meetings import Meeting, MeetingPaper
from network.models.reports import Report, ReportAnswer, ReportForm, ReportQuestion
from network.models.steering_groups import Commitment, Seat, SteeringGroup

__all__ = [
    "Commitment",
    "Meeting",
    "MeetingPaper",
    "Report",
    "ReportAnswer",
    "ReportForm",
    "ReportQuestion",
    "Seat",
    "SteeringGroup",
]
