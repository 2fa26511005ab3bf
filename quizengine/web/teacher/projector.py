"""The page for the projector: how to join and how many have joined, without any names."""

from flask import Blueprint

from quizengine.web.app_context import app_context
from quizengine.web.render.pages import render_page
from quizengine.web.teacher import class_progress, invitation
from quizengine.web.teacher.overview import let_in

pages = Blueprint("projector", __name__, url_prefix="/teacher")
pages.before_request(let_in)


@pages.get("/classes/<code>/projector")
def show(code: str) -> str:
    """The address, its QR code, the class code, and how many have joined and handed in.

    Where only this computer is let in, the page says so.
    """
    assignment = app_context().store.assignments.find(code)
    class_progress.hand_in_overdue(assignment)
    address = invitation.address_to_join(code)
    return render_page(
        "teacher/projector.html",
        assignment=assignment,
        phase=assignment.phase(app_context().store.now()),
        counts=app_context().store.assignments.count(code),
        address=address,
        picture=invitation.picture(address),
        only_here=not invitation.addresses(),
    )
