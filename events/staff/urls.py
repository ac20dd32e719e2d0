"""Addresses about the people of the desk, one's own account, and the log; below /L/desk/."""

from django.urls import path

from events.staff.views import account, joining, log, people, person, volunteers

app_name = "staff"
urlpatterns = [
    path("account/", account.account, name="account"),
    path("account/codes/", account.codes, name="codes"),
    path("account/sign-out-everywhere/", account.everywhere, name="everywhere"),
    path("forgotten/", joining.forgotten, name="forgotten"),
    path("link/<str:token>/", joining.link, name="link"),
    path("log/", log.log, name="log"),
    path("log.csv", log.log_csv, name="log_csv"),
    path("password/", joining.password, name="password"),
    path("people/", people.people, name="people"),
    path("people/new/", people.invite, name="invite"),
    path("people/<int:number>/", person.person, name="person"),
    path("people/<int:number>/do/<str:kind>/", person.deed, name="deed"),
    path("people/<int:number>/groups/end/", person.leave_group, name="end_group"),
    path("people/<int:number>/link/", person.person_link, name="person_link"),
    path("people/<int:number>/roles/", person.give, name="give_role"),
    path("people/<int:number>/roles/end/", person.end, name="end_role"),
    path("people/<int:number>/roles/<int:role>/hand-over/", person.pass_on, name="hand_over"),
    path("events/<slug:slug>/volunteers/", volunteers.volunteers, name="volunteers"),
    path(
        "events/<slug:slug>/volunteers/new/", volunteers.invite_volunteer, name="invite_volunteer"
    ),
    path(
        "events/<slug:slug>/volunteers/<int:number>/end/",
        volunteers.end_volunteer,
        name="end_volunteer",
    ),
    path(
        "events/<slug:slug>/volunteers/<int:number>/link/",
        volunteers.volunteer_link,
        name="volunteer_link",
    ),
]
