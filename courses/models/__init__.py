from courses.models.courses import Course, CourseDocument
from courses.models.sessions import Session
from courses.models.sign_ups import SignUp
from courses.models.together import TogetherRequest

__all__ = ["Course", "CourseDocument", "Session", "SignUp", "TogetherRequest"]
